#compdef mouthpiece
# mouthpiece.zsh: completion of the command in zsh, installed as _mouthpiece. Knows its words; a test compares them with
# `--help`.
local -a commands reading finding
commands=(
    'check:show each finding, and fail on alerts'
    'scan:one report a line, in input order'
    'document:the document that check would see'
    'rules:check a rule pack'
    'init:write a .mouthpiece.json to begin with'
    'schema:write a JSON Schema'
)
reading=(
    '--input[the format of the input]:format:(html text markdown json jsonl warc)'
    '--lang[the language of the text]:language:'
    '--anyway[pages too that look like no article]'
    '(- *)--help[help]'
    '*:file:_files'
)
finding=(
    '*--rules[a further rule pack]:pack:_files -g "*.json"'
    '--all-quotes[every quote, whoever said it]'
    '--notes[notes on wording as well]'
    '--jobs[how many files, or parts of JSON Lines or WARC, side by side]:number:'
)
if (( CURRENT == 2 )); then
    _describe command commands
    _values option --help --version
    return
fi
local command=$words[2]
shift words
(( CURRENT-- ))
case $command in
check)
    _arguments $reading $finding \
        '--stdin-name[what standard input is called]:name:' \
        '--level[the least level that is shown]:level:(alert notice info)' \
        '--fail-on[the level that fails]:level:(alert notice info never)' \
        '--baseline[a SARIF file of an earlier run]:file:_files' \
        '--config[a configuration]:file:_files' \
        '--no-config[no configuration]' \
        '--format[the format of the output]:format:(text html json sarif github junit)' \
        '--output[a file instead of standard output]:file:_files' \
        '--color[colours in text]:when:(auto always never)' \
        '--explain[what each step made of the document]'
    ;;
scan) _arguments $reading $finding ;;
document) _arguments $reading '--stdin-name[what standard input is called]:name:' ;;
rules)
    if (( CURRENT == 2 )); then
        _values command check --help
    else
        _arguments '*--rules[a pack that the others build on]:pack:_files' '*:pack:_files -g "*.json"'
    fi
    ;;
schema) _values schema configuration rules document report --help ;;
init) _values option --help ;;
esac
