package io.dlpo.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder of a local stack.
 *
 * @param folder {@code DLPO_HOME}, or {@code ~/.dlpo}
 */
public record DlpoHome(Path folder) {

  public DlpoHome {
    folder = folder.toAbsolutePath().normalize();
  }

  public static DlpoHome ofEnvironment() {
    String home = System.getenv("DLPO_HOME");
    return new DlpoHome(
        home == null || home.isBlank()
            ? Path.of(System.getProperty("user.home"), ".dlpo")
            : Path.of(home));
  }

  Path state() {
    return folder.resolve("stack.json");
  }

  /** An argument of every Java process of the stack, which identifies them. */
  String mark() {
    return "-Ddlpo.home=" + folder;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String name) {
    return created(logs()).resolve(name + ".log");
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  /** Creates the folder, accessible to its owner only. */
  void create() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + folder, e);
    }
  }

  private static Path created(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create " + path, e);
    }
  }
}
