// The script in which Roundcube brings its own words to a page: program/include/rcmail_output_html.php, here in French.
export function ownWords(): HTMLScriptElement {
  const words = {
    servererror: 'Erreur de serveur',
    connerror: 'n’a pu atteindre "le serveur"',
    requesttimedout: 'Délai expiré',
  };
  const script = document.createElement('script');
  script.type = 'application/json';
  script.textContent = `rcmail.add_label(${JSON.stringify(words)});`;
  return script;
}
