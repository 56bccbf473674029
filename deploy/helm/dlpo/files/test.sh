# Makes a small run on the simulator, from the dataset to its end. Needs bash alone: the image has no HTTP client.
set -euo pipefail

# Sends a request and prints the body of the answer; an answer other than 2xx is an error.
request() { # method, path, type and text of the body
  local answer
  exec 3<> "/dev/tcp/$HOST/${PORT:-8080}" || return
  printf '%s\r\n' "$1 $2 HTTP/1.0" "Host: $HOST" ${API_KEY:+"X-API-Key: $API_KEY"} \
    "Content-Type: ${3:-text/plain}" "Content-Length: $(printf %s "${4:-}" | wc -c)" '' >&3
  printf %s "${4:-}" >&3
  answer=$(cat <&3)
  exec 3>&-
  if [[ $answer != 'HTTP/1.'?' 2'* ]]; then
    printf '%s %s: %s\n' "$1" "$2" "$answer" >&2
    return 1
  fi
  printf %s "${answer#*$'\r\n\r\n'}"
}

# The text of the first field of a name.
field() { # name, JSON
  [[ $2 =~ \"$1\":\"([^\"]*)\" ]] && printf %s "${BASH_REMATCH[1]}"
}

# helm test ends it after its --timeout, 5 minutes if none is given.
until request GET /q/health/ready > /dev/null 2>&1; do
  echo "waiting until $HOST is ready"
  sleep 5
done

words=(zero one two three four five six)
rows=
for trumpets in 2 3 4 5 6; do
  for pianos in 1 2 3 4 5 6; do
    rows+="{\"input\": \"I have a violin, ${words[trumpets]} trumpets and ${words[pianos]} pianos. How many musical instruments do I have?\", "
    rows+="\"reference\": \"$((1 + trumpets + pianos))\"}"$'\n'
  done
done
dataset=$(field id "$(request POST '/api/datasets?name=helm-test&format=jsonl' application/octet-stream "$rows")")
echo "uploaded the dataset $dataset"

run=helm-test-$(date +%s)
request POST "/api/runs?runId=$run" application/yaml "
name: helm-test
prompt: You will answer a reasoning question.
dataset: {id: $dataset, split: {train: 10, validation: 10, test: 10, seed: 1}}
metric: {type: number}
optimizer: {batchSize: 5, steps: 2}
seed: 42" > /dev/null
echo "requested the run $run"

while sleep 2; do
  # A run that was requested exists a moment later.
  status=$(field status "$(request GET "/api/runs/$run" 2> /dev/null)" || echo REQUESTED)
  echo "$run: $status"
  case $status in
    FINISHED) exit 0 ;;
    RUNNING | REQUESTED) ;;
    *) request GET "/api/runs/$run"; exit 1 ;;
  esac
done
