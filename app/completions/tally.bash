# bash completion for tally

_tally() {
  local cur prev words cword split
  _init_completion -s || return
  case $prev in
    -n | --top | -m | --min-count | -j | --threads | --min-length | \
      --max-length | --match | --exclude | --ngram) return ;;
    -s | --sort)
      mapfile -t COMPREPLY < <(compgen -W 'count word' -- "$cur")
      return
      ;;
    -f | --format)
      mapfile -t COMPREPLY < <(compgen -W 'table tsv csv json' -- "$cur")
      return
      ;;
    --color)
      mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$cur")
      return
      ;;
    -w | --words)
      mapfile -t COMPREPLY < <(compgen -W 'space text line' -- "$cur")
      return
      ;;
    --normalize)
      mapfile -t COMPREPLY < <(compgen -W 'none nfc nfkc' -- "$cur")
      return
      ;;
  esac
  if [[ $cur == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W '--top --min-count --sort --format
      --percent --cumulative --other --by-file --color --output --threads --interactive
      --words --ignore-case --normalize --stop-words --min-length --max-length
      --match --exclude --ngram --in --stats --no-progress --version --help' \
      -- "$cur")
    return
  fi
  _filedir
  if ((cword == 1)); then
    mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY \
      < <(compgen -W 'merge explain' -- "$cur")
  fi
}

complete -F _tally tally
