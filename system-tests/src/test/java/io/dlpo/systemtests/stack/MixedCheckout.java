package io.dlpo.systemtests.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder like this checkout, in which each service is a link to the module of one or another
 * version. A process that starts again is one of the version that its link leads to by then.
 *
 * @param root the folder
 */
public record MixedCheckout(Path root) {

  private static final String SCRIPT = "dlpo";
  private static final String MODULE = "-service";

  /** Creates a folder in which all services are those of one checkout. */
  public static MixedCheckout of(Path services) {
    try {
      Path root = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "mixed-");
      MixedCheckout mixed = new MixedCheckout(root);
      for (Path entry : entries(Dlpo.inCheckout(""))) {
        String name = entry.getFileName().toString();
        if (name.equals(SCRIPT)) {
          // The script follows links to itself, and would leave this folder.
          Files.copy(entry, root.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
        } else if (name.endsWith(MODULE)) {
          mixed.link(name, services);
        } else if (!name.equals("target")) {
          mixed.link(name, entry.getParent());
        }
      }
      return mixed;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create a folder of links", e);
    }
  }

  private static List<Path> entries(Path checkout) throws IOException {
    try (Stream<Path> entries = Files.list(checkout)) {
      return entries.sorted().toList();
    }
  }

  /** Takes a service from another checkout, from the next start of a process on. */
  public void use(String service, Path checkout) {
    try {
      link(service + MODULE, checkout);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot link " + service + " to " + checkout, e);
    }
  }

  private void link(String name, Path checkout) throws IOException {
    Path link = root.resolve(name + ".next");
    Files.createSymbolicLink(link, checkout.resolve(name));
    Files.move(
        link,
        root.resolve(name),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
