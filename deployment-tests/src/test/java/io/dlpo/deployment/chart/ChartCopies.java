package io.dlpo.deployment.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The manifests that the chart renders as they are, or patches by values. Templates name them, as
 * {@code components/hpa/autoscalers.yaml}; Helm reads files within the chart only, so each has a
 * copy there.
 */
public final class ChartCopies {

  /** The chart's own folder for files. */
  public static final Path FOLDER = HelmChart.FOLDER.resolve("files");

  private static final Pattern NAMED =
      Pattern.compile("\"(?:files/)?((?:base|components|overlays)/[a-z/-]+\\.[a-z]+)\"");

  private ChartCopies() {}

  /**
   * The copies, by their path in {@link #FOLDER}.
   *
   * @param kubernetes the folder of the manifests
   * @param written manifests that are being written and may be older on disk, by their path
   */
  public static SortedMap<String, String> of(Path kubernetes, Map<Path, String> written) {
    SortedMap<String, String> copies = new TreeMap<>();
    try (Stream<Path> templates = Files.walk(HelmChart.FOLDER.resolve("templates"))) {
      for (Path template : templates.filter(Files::isRegularFile).toList()) {
        Matcher named = NAMED.matcher(Files.readString(template));
        while (named.find()) {
          Path original = kubernetes.resolve(named.group(1)).normalize();
          String text =
              written.containsKey(original) ? written.get(original) : Files.readString(original);
          copies.put(named.group(1), copy(named.group(1), text));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the templates of the chart cannot be read", e);
    }
    return copies;
  }

  private static String copy(String path, String text) {
    return "# A copy of deploy/kubernetes/"
        + path
        + ", written by GeneratedFilesTest (-Ddlpo.kubernetes.write=true); do not edit.\n"
        + text;
  }
}
