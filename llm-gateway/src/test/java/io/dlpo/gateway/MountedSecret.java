package io.dlpo.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A Secret as kubelet mounts it: {@code key} is a link to {@code ..data/key}, {@code ..data} a link
 * to a folder. An update replaces the link {@code ..data} in one step.
 */
public final class MountedSecret {

  private static final String FILE = "key";

  private final Path folder;
  private final Path data;
  private int version;

  /** Mounts a Secret in an empty folder. */
  public MountedSecret(Path folder, String content) {
    this.folder = folder;
    this.data = folder.resolve("..data");
    try {
      Files.createSymbolicLink(data, written(content).getFileName());
      Files.createSymbolicLink(file(), Path.of("..data", FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The path for a service. */
  public Path file() {
    return folder.resolve(FILE);
  }

  /** Replaces the content. */
  public void update(String content) {
    try {
      Path old = data.toRealPath();
      Path next = folder.resolve("..data_tmp");
      Files.createSymbolicLink(next, written(content).getFileName());
      Files.move(next, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      Files.delete(old.resolve(FILE));
      Files.delete(old);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path written(String content) throws IOException {
    version++;
    Path versioned = Files.createDirectory(folder.resolve("..version_" + version));
    Files.writeString(versioned.resolve(FILE), content);
    return versioned;
  }
}
