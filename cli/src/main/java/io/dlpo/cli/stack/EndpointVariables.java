package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the addresses of model endpoints, and that of the receiver of traces, in the environment
 * before anything starts: a service that finds one invalid would only fail and be started again.
 * The same for the files that it names and the proxy, see {@link OutboundVariables}.
 */
final class EndpointVariables {

  private static final List<String> SINGLE =
      List.of("OPENAI_BASE_URL", "OTEL_EXPORTER_OTLP_ENDPOINT");
  private static final String PREFIX = "DLPO_ENDPOINTS_";
  private static final Pattern NAMED =
      Pattern.compile(PREFIX + "([A-Z][A-Z0-9]{0,39})_(URL|KEY|KEY_FILE)");
  private static final Pattern WITH_SCHEME =
      Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);
  private static final Pattern USER = Pattern.compile("^.*@");

  private EndpointVariables() {}

  /**
   * Checks an environment. Blank values count as not set.
   *
   * @throws CliException if an address or the name of an endpoint is invalid
   */
  static void check(Map<String, String> environment) {
    Map<String, String> set = new TreeMap<>(environment);
    set.values().removeIf(String::isBlank);
    SINGLE.stream().filter(set::containsKey).forEach(name -> checkAddress(name, set.get(name)));
    set.keySet().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> checkNamed(name, set));
    OutboundVariables.check(set);
  }

  private static void checkNamed(String variable, Map<String, String> set) {
    Matcher named = NAMED.matcher(variable);
    if (!named.matches()) {
      throw wrong(
          variable
              + " must be DLPO_ENDPOINTS_<NAME>_URL, DLPO_ENDPOINTS_<NAME>_KEY or"
              + " DLPO_ENDPOINTS_<NAME>_KEY_FILE, where NAME has up to 40 of A-Z and 0-9 and starts"
              + " with a letter");
    }
    String url = PREFIX + named.group(1) + "_URL";
    if (!set.containsKey(url)) {
      throw wrong(variable + " is set, but " + url + " is not; set it to the endpoint's address");
    }
    if (variable.equals(url)) {
      checkAddress(url, set.get(url));
    }
  }

  private static void checkAddress(String variable, String url) {
    if (!WITH_SCHEME.matcher(url).matches()) {
      throw wrong(
          "%s is \"%s\"; it must begin with http:// or https://%s"
              .formatted(
                  variable,
                  USER.matcher(url).replaceFirst("***@"),
                  url.strip().contains(" ") ? " and must not contain a space" : ""));
    }
  }

  private static CliException wrong(String message) {
    return new CliException(ExitStatus.USAGE, message);
  }
}
