# ./analytics test: sourced by the launcher after its prerequisites; everything of the product is built, every test is run.

results=$artifacts/tests
passed=0 failed=0 skipped=0

install_chromium() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    if command -v "$name" >/dev/null; then
      return
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "Reading the package lists (apt-get)" apt-get update -q
    step "Installing Chromium (apt-get)" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium
  else
    say "Chromium is not installed and cannot be installed here: tests in a browser are skipped. Install the package 'chromium' to run them."
  fi
}

install_nginx() {
  if [ -x /usr/sbin/nginx ] || command -v nginx >/dev/null; then
    return
  fi
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    step "Reading the package lists (apt-get)" apt-get update -q
    step "Installing nginx (apt-get)" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends nginx-light
  else
    say "nginx is not installed and cannot be installed here: the test behind a proxy is skipped. Install the package 'nginx' to run it."
  fi
}

# The number in an attribute of the result file's one line of counters.
counter() {
  sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$2"
}

# The names of what failed, again at the end: the messages of one test can fill the whole window.
failures() {
  sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="Failed".*/\1/p' "$results"/*.trx | sed 's/&quot;/"/g; s/^/failed: /'
}

# run NAME PROJECT [OPTION...]: runs a project's tests; what came of it lies beside its result file.
run() {
  local name=$1 project=$root/tests/Analytics.$2 status=0
  shift 2
  say "Testing $name …"
  dotnet test "$project" -c Release --no-build --nologo -v quiet --results-directory "$results" \
    --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout "${hang:-10m}" --blame-hang-dump-type none "$@" || status=$?
  echo "$status" > "$results/$name.status"
}

count() {
  local name=$1 trx=$results/$1.trx
  if [ ! -f "$trx" ] || [ "$(counter total "$trx")" = 0 ]; then
    say "$name ran no test."
    failed=$((failed + 1))
    return
  fi
  passed=$((passed + $(counter passed "$trx")))
  failed=$((failed + $(counter failed "$trx")))
  skipped=$((skipped + $(counter total "$trx") - $(counter executed "$trx")))
  if [ "$(cat "$results/$name.status")" != 0 ] && [ "$(counter failed "$trx")" = 0 ]; then
    say "$name ended with code $(cat "$results/$name.status") before its tests were done."
    failed=$((failed + 1))
  fi
}

mkdir -p "$artifacts"
install_chromium
install_nginx
install_packages
step "Restoring packages (NuGet)" dotnet restore "$root/Analytics.sln" "${quiet_build[@]}"
step "Building with warnings as errors" dotnet build "$root/Analytics.sln" -c Release --no-restore "${quiet_build[@]}"
build --no-build
rm -rf "$results"
mkdir -p "$results"
run Browser Browser.Tests
run Dashboard Dashboard.Tests
hang=30m run Database Database.Tests --filter "FullyQualifiedName!~KillTests"
# Processes that are killed leave a core free: what only computes runs beside them.
{
  run Disclosure Disclosure.Tests
  run Domain Domain.Tests
  run Etl Etl.Tests
} > "$results/beside.log" 2>&1 &
hang=60m ANALYTICS_KILLS=${ANALYTICS_KILLS:-20} ANALYTICS_SEED=${ANALYTICS_SEED:-1} run Kills Database.Tests --filter "FullyQualifiedName~KillTests"
wait
cat "$results/beside.log"
for project in "$root"/tests/*.Tests; do
  name=$(basename "$project" .Tests)
  if [ ! -f "$results/${name#Analytics.}.status" ]; then
    say "${name#Analytics.} was not run."
    failed=$((failed + 1))
  fi
done
for status in "$results"/*.status; do
  count "$(basename "$status" .status)"
done
failures
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
