# mouthpiece.bash: completion of the command in bash. Knows its words; a test compares them with `--help`.
_mouthpiece() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]:-} words=
    COMPREPLY=()
    if [ "$COMP_CWORD" = 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "check scan document rules init schema --help --version" -- "$word")
        return
    fi
    case $before in
    --format) words="text html json sarif github junit" ;;
    --fail-on) words="alert notice info never" ;;
    --level) words="alert notice info" ;;
    --input) words="html text markdown json jsonl warc" ;;
    --color) words="auto always never" ;;
    --lang | --stdin-name | --jobs) return ;;
    --rules | --config | --baseline | --output)
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
        return
        ;;
    esac
    if [ -z "$words" ]; then
        case $command in
        check) words="--input --stdin-name --lang --anyway --rules --all-quotes --notes --level --fail-on --baseline --config
            --no-config --format --output --color --jobs --explain --help" ;;
        scan) words="--input --lang --rules --all-quotes --notes --anyway --jobs --help" ;;
        document) words="--input --lang --anyway --stdin-name --help" ;;
        rules) if [ "$COMP_CWORD" = 2 ]; then words="check --help"; else words="--rules --help"; fi ;;
        init) words="--help" ;;
        schema) words="configuration rules document report --help" ;;
        esac
        case $word in
        -*) ;;
        *) [[ $command = check || $command = scan || $command = document || ($command = rules && $COMP_CWORD -gt 2) ]] && words= ;;
        esac
    fi
    if [ -n "$words" ]; then
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}
complete -o filenames -F _mouthpiece mouthpiece
