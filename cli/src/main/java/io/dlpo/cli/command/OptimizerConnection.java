package io.dlpo.cli.command;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import io.dlpo.cli.run.OptimizerClient;
import io.dlpo.cli.stack.StackManager;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The optimizer that the commands talk to. */
final class OptimizerConnection {

  private static final String ADDRESS = "DLPO_REST";
  private static final Pattern VALID = Pattern.compile("(https?://[^/\\s]+)/?");

  private OptimizerConnection() {}

  /**
   * Connects to the optimizer that {@code DLPO_REST} names, or to that of the local stack.
   *
   * @throws CliException if the stack is not up, or if the variable is not an address
   */
  static OptimizerClient open() {
    return new OptimizerClient(
        address(System.getenv()).orElseGet(() -> StackManager.ofEnvironment().required().rest()));
  }

  /**
   * The address in an environment, without a trailing slash.
   *
   * @throws CliException if it is not an address
   */
  static Optional<String> address(Map<String, String> environment) {
    return Optional.ofNullable(environment.get(ADDRESS))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .map(OptimizerConnection::checked);
  }

  private static String checked(String value) {
    var matcher = VALID.matcher(value);
    if (!matcher.matches()) {
      throw new CliException(
          ExitStatus.USAGE,
          "%s is '%s'; must be an address without a path, such as http://127.0.0.1:8080"
              .formatted(ADDRESS, value));
    }
    return matcher.group(1);
  }
}
