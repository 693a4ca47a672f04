$ErrorActionPreference = 'Stop'
# Takes away what the deploy script wrote. The browser then removes the extension, and with it its own register.
$rows = @(
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'ExtensionSettings'; Type = 'String'; Value = '{"abcdefghijklmnopabcdefghijklmnop":{"installation_mode":"force_installed","update_url":"https://updates.firm.example/gatehouse/updates.xml","override_update_url":true,"toolbar_pin":"force_pinned"}}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'BrowserGuestModeEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'DeveloperToolsAvailability'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'IncognitoModeAvailability'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Google\Chrome'; Name = 'BrowserAddPersonEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'ExtensionSettings'; Type = 'String'; Value = '{"abcdefghijklmnopabcdefghijklmnop":{"installation_mode":"force_installed","update_url":"https://updates.firm.example/gatehouse/updates.xml","override_update_url":true,"toolbar_pin":"force_pinned"}}' },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'BrowserGuestModeEnabled'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'DeveloperToolsAvailability'; Type = 'DWord'; Value = 0 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'InPrivateModeAvailability'; Type = 'DWord'; Value = 1 },
  @{ Key = 'HKLM:\SOFTWARE\Policies\Microsoft\Edge'; Name = 'BrowserAddProfileEnabled'; Type = 'DWord'; Value = 0 }
)
$settings = @('HKLM:\SOFTWARE\Policies\Google\Chrome\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop', 'HKLM:\SOFTWARE\Policies\Microsoft\Edge\3rdparty\extensions\abcdefghijklmnopabcdefghijklmnop')
foreach ($key in $settings) { if (Test-Path -LiteralPath $key) { Remove-Item -LiteralPath $key -Recurse -Force } }
foreach ($row in $rows) {
  Remove-ItemProperty -LiteralPath $row.Key -Name $row.Name -Force -ErrorAction SilentlyContinue
}
exit 0
