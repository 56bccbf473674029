package io.dlpo.deployment.laptop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A shell script of the project.
 *
 * @param path from the checkout
 * @param lines of the file
 */
record ShellScript(Path path, List<String> lines) {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> OTHERS = Set.of("target", "src", ".git", "node_modules");
  private static final Pattern SHELL = Pattern.compile("^#!.*\\b(ba)?sh$");
  private static final int LARGEST = 100_000;

  /** What macOS' bash 3.2 and BSD tools do not have, and what to use. */
  private static final Map<Pattern, String> MISSING =
      Map.ofEntries(
          missing("(declare|local|typeset) -[a-z]*A", "associative arrays: use case"),
          missing("\\b(mapfile|readarray)\\b", "a loop with read"),
          missing("\\$\\{\\w+(\\^|,)", "tr for upper and lower case"),
          missing("\\[-1\\]", "a variable for the last element"),
          missing("\\bwait -n\\b|\\bcoproc\\b|&>>|\\|&|;;&", "what bash 3.2 has"),
          missing("readlink -[a-z]*f|\\brealpath\\b", "cd and pwd, or readlink in a loop"),
          missing("\\bflock\\b", "a link with the owner's process id"),
          missing("sort\\b[^|]* -[a-z]*[Vz]", "a comparison of the parts; find -exec"),
          missing("find\\b.* -(quit|printf|regextype)\\b", "head -n 1; find -exec"),
          missing("xargs\\b[^|]* -[0-9a-z]*r\\b", "find -exec … +"),
          missing("sed\\b[^|]* -[a-z]*i|sed\\b[^|]* -[a-z]*r\\b", "another file; sed -E"),
          missing("grep\\b[^|]* -[a-zA-Z]*P\\b", "grep -E"),
          missing("\\bdate -d\\b|\\bstat -c\\b|\\bmktemp --", "what POSIX has"),
          missing("\\bnproc\\b", "getconf _NPROCESSORS_ONLN"),
          missing("(^|[;|&(] *)(timeout|tac|setsid) ", "what POSIX has"));

  private static Map.Entry<Pattern, String> missing(String pattern, String instead) {
    return Map.entry(Pattern.compile(pattern), instead);
  }

  /** All scripts of the checkout. */
  static List<ShellScript> all() {
    List<ShellScript> scripts = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return OTHERS.contains(folder.getFileName().toString())
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              if (attributes.isRegularFile() && attributes.size() < LARGEST && isShell(file)) {
                scripts.add(new ShellScript(ROOT.relativize(file), Files.readAllLines(file)));
              }
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException("cannot search " + ROOT, e);
    }
    return scripts;
  }

  private static boolean isShell(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < 2 || bytes[0] != '#' || bytes[1] != '!') {
      return false;
    }
    return SHELL.matcher(Files.readAllLines(file).getFirst()).find();
  }

  /** Whether people run it on their machines: not only the build server or a container. */
  boolean isForLaptops() {
    return !path.startsWith(".ci")
        && !path.startsWith("deploy/docker")
        && !path.startsWith("deploy/kubernetes");
  }

  /** The lines that macOS does not understand, with what to use. */
  List<String> linuxOnly() {
    List<String> found = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (!line.startsWith("#")) {
        for (Map.Entry<Pattern, String> missing : MISSING.entrySet()) {
          if (missing.getKey().matcher(line).find()) {
            found.add("%d: %s (instead: %s)".formatted(number, line, missing.getValue()));
          }
        }
      }
    }
    return found;
  }

  /** The file on this machine. */
  Path file() {
    return ROOT.resolve(path);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
