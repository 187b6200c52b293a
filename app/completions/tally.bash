# bash completion for tally

_tally() {
  local cur prev words cword split
  _init_completion -s || return
  case $prev in
    -n | --top | -m | --min-count | -j | --threads) return ;;
    -s | --sort)
      mapfile -t COMPREPLY < <(compgen -W 'count word' -- "$cur")
      return
      ;;
    -f | --format)
      mapfile -t COMPREPLY < <(compgen -W 'table tsv' -- "$cur")
      return
      ;;
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--top --min-count --sort --format
      --output --threads --interactive --stats --no-progress --version
      --help' -- "$cur")
    return
  fi
  _filedir
}

complete -F _tally tally
