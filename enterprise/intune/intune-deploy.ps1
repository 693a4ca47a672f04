$ErrorActionPreference = 'Stop'
# Writes the settings of Gatehouse and its installation for Chrome and Edge. Safe to run again.
$rows = @(
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'ExtensionSettings'; Type = 'String'; Value = '{"abcdefghijklmnopabcdefghijklmnop":{"installation_mode":"force_installed","update_url":"https://updates.firm.example/gatehouse/updates.xml","override_update_url":true,"toolbar_pin":"force_pinned"}}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'BrowserGuestModeEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'DeveloperToolsAvailability'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'IncognitoModeAvailability'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'BrowserAddPersonEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'version'; Type = 'String'; Value = '2026-11 example' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'firm'; Type = 'String'; Value = '{"name":"Marsh & Vale Ltd"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'breachContact'; Type = 'String'; Value = '{"name":"Priya Nair","email":"privacy@marshvale.example","phone":"01632 960123","role":"Data protection officer"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'itContact'; Type = 'String'; Value = '{"name":"Service desk","email":"it@marshvale.example","phone":"01632 960124"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'internalDomains'; Type = 'String'; Value = '["marshvale.example"]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'partners'; Type = 'String'; Value = '[{"domain":"payroll.example","agreement":"processor","reference":"Contracts 2025/14","expires":"2027-03-31","categories":["contact","identity","financial"]}]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'exemptRecipients'; Type = 'String'; Value = '[{"recipient":"union.example","as":"union"}]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'reporting'; Type = 'String'; Value = '{"url":"https://collector.marshvale.example/gatehouse","token":"replace-me"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'auditOnly'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'settings'; Type = 'String'; Value = 'version, firm, breachContact, itContact, internalDomains, partners, exemptRecipients, reporting, auditOnly' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'ExtensionSettings'; Type = 'String'; Value = '{"abcdefghijklmnopabcdefghijklmnop":{"installation_mode":"force_installed","update_url":"https://updates.firm.example/gatehouse/updates.xml","override_update_url":true,"toolbar_pin":"force_pinned"}}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'BrowserGuestModeEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'DeveloperToolsAvailability'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'InPrivateModeAvailability'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'BrowserAddProfileEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'version'; Type = 'String'; Value = '2026-11 example' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'firm'; Type = 'String'; Value = '{"name":"Marsh & Vale Ltd"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'breachContact'; Type = 'String'; Value = '{"name":"Priya Nair","email":"privacy@marshvale.example","phone":"01632 960123","role":"Data protection officer"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'itContact'; Type = 'String'; Value = '{"name":"Service desk","email":"it@marshvale.example","phone":"01632 960124"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'internalDomains'; Type = 'String'; Value = '["marshvale.example"]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'partners'; Type = 'String'; Value = '[{"domain":"payroll.example","agreement":"processor","reference":"Contracts 2025/14","expires":"2027-03-31","categories":["contact","identity","financial"]}]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'exemptRecipients'; Type = 'String'; Value = '[{"recipient":"union.example","as":"union"}]' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'reporting'; Type = 'String'; Value = '{"url":"https://collector.marshvale.example/gatehouse","token":"replace-me"}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'auditOnly'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop\policy'; Name = 'settings'; Type = 'String'; Value = 'version, firm, breachContact, itContact, internalDomains, partners, exemptRecipients, reporting, auditOnly' }
)
$settings = @('HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop', 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop')
# A setting taken out of the policy must not stay behind.
foreach ($key in $settings) { if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force } }
foreach ($row in $rows) {
  if (-not (Test-Path -LiteralPath $row.Key)) { New-Item -Path $row.Key -Force | Out-Null }
  New-ItemProperty -LiteralPath $row.Key -Name $row.Name -PropertyType $row.Type -Value $row.Value -Force | Out-Null
}
exit 0
