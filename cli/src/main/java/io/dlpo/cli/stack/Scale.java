package io.dlpo.cli.stack;

import io.dlpo.cli.CliException;
import io.dlpo.cli.ExitStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The number of processes of each service.
 *
 * @param instances 1 to {@value #MAX} for each service
 */
public record Scale(Map<DlpoService, Integer> instances) {

  private static final int MAX = 16;

  public Scale {
    instances = Map.copyOf(instances);
  }

  /** One process of each service. */
  public static Scale ones() {
    return parse(List.of());
  }

  /**
   * Parses options such as {@code evaluator=2}.
   *
   * @throws CliException if an option is invalid
   */
  public static Scale parse(List<String> options) {
    Map<DlpoService, Integer> instances = new EnumMap<>(DlpoService.class);
    for (DlpoService service : DlpoService.values()) {
      instances.put(service, 1);
    }
    for (String option : options) {
      int equals = option.indexOf('=');
      String name = equals < 0 ? option : option.substring(0, equals);
      String count = equals < 0 ? "" : option.substring(equals + 1);
      DlpoService service = DlpoService.named(name).orElseThrow(() -> refused(option));
      if (!count.matches("\\d{1,3}")
          || Integer.parseInt(count) < 1
          || Integer.parseInt(count) > MAX) {
        throw refused(option);
      }
      instances.put(service, Integer.parseInt(count));
    }
    return new Scale(instances);
  }

  private static CliException refused(String option) {
    return new CliException(
        ExitStatus.USAGE,
        "--scale is '%s'; must be SERVICE=N with SERVICE one of %s and N from 1 to %d"
            .formatted(option, DlpoService.labels(), MAX));
  }

  int of(DlpoService service) {
    return instances.getOrDefault(service, 1);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (DlpoService service : DlpoService.values()) {
      text.append(text.isEmpty() ? "" : " ")
          .append(service.label())
          .append('=')
          .append(of(service));
    }
    return text.toString();
  }
}
