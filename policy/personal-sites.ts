// Sites where what is uploaded leaves the firm for a private account, a link anyone can open, or somebody's model. Collected
// November 2026 from the services' own pages. More per firm by sites.personal in the policy.

export const personalSites: readonly string[] = [
  // private drives and notes
  'drive.google.com docs.google.com photos.google.com onedrive.live.com icloud.com dropbox.com box.com mega.nz mega.io pcloud.com',
  'sync.com tresorit.com koofr.eu icedrive.net internxt.com proton.me jottacloud.com evernote.com notion.so keep.google.com',
  // transfer and paste
  'wetransfer.com we.tl transfernow.net smash.com fromsmash.com filemail.com sendgb.com send-anywhere.com swisstransfer.com',
  'gofile.io file.io wormhole.app mediafire.com 4shared.com zippyshare.com pastebin.com hastebin.com justpaste.it dpaste.org',
  'pixeldrain.com easyupload.io limewire.com terashare.co toffeeshare.com tmpfiles.org transfer.sh catbox.moe',
  // assistants
  'chatgpt.com chat.openai.com openai.com claude.ai gemini.google.com aistudio.google.com notebooklm.google.com copilot.microsoft.com',
  'perplexity.ai poe.com grok.com chat.mistral.ai deepseek.com chat.deepseek.com meta.ai character.ai you.com huggingface.co pi.ai',
].flatMap((line) => line.split(' '));
