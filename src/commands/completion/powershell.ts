// PowerShell: the script, and candidates as it takes them.
import type { Offer } from './offer.ts';

/**
 * The words go through a variable of the environment: Windows PowerShell drops empty arguments, and a script such as the one
 * that npm installs never sees a `--`. Without candidates PowerShell completes files by itself, which is right for files; for
 * the rest the word itself is given back, so that no files are offered.
 */
export const POWERSHELL_SCRIPT = `# PowerShell completion for okhelp. Load it with: okhelp complete powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName okhelp -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 |
    Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
    ForEach-Object { if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text } })
  $encoding = [Console]::OutputEncoding
  $env:OKHELP_COMPLETE = ($words + "$wordToComplete") -join [char]10
  try {
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $answer = @(okhelp complete powershell 2>$null)
  } finally {
    [Console]::OutputEncoding = $encoding
    Remove-Item Env:OKHELP_COMPLETE -ErrorAction SilentlyContinue
  }
  if ($answer.Count -eq 0 -or $answer[0] -ne 'words') { return }
  $found = @($answer | Select-Object -Skip 1 | Where-Object { $_ } | ForEach-Object {
    $value, $shown, $says = $_ -split [char]9, 3
    [System.Management.Automation.CompletionResult]::new($value, $shown, 'ParameterValue', $says)
  })
  if ($found.Count -gt 0) { $found } else { '' }
}
`;

/**
 * The kind in the first line, then what is put in, what is shown and what it means, with tabulators between. PowerShell shows
 * whatever it is given, so only what fits `current` is.
 */
export function powershellAnswer({ is, candidates }: Offer, current: string): string {
  const lines = candidates
    .filter(({ value }) => value.toLowerCase().startsWith(current.toLowerCase()))
    .map(({ value, says }) => `${quoted(value)}\t${value}\t${says || value}`);
  return [is, ...lines, ''].join('\n');
}

/** As one word, with nothing in it that PowerShell would evaluate. */
function quoted(value: string): string {
  return /^[\w+=./:-]+$/.test(value) ? value : `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
}
