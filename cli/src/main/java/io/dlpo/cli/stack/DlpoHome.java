package io.dlpo.cli.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where a local stack keeps everything.
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

  /** Stands in the command line of each of its Java processes, so that they can be told. */
  String mark() {
    return "-Ddlpo.home=" + folder;
  }

  Path logs() {
    return folder.resolve("logs");
  }

  Path log(String name) {
    return made(logs()).resolve(name + ".log");
  }

  Path kafka() {
    return folder.resolve("kafka");
  }

  Path postgres() {
    return folder.resolve("postgres");
  }

  /** Makes the folder, for its owner only. */
  void make() {
    try {
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }

  private static Path made(Path path) {
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + path, e);
    }
  }
}
