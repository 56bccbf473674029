package io.dlpo.systemtests.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Texts that cause harm if they are evaluated. */
final class Injections {

  private static final List<String> TEXTS =
      List.of(
          "${env:HOME}",
          "${jndi:ldap://127.0.0.1:1/a}",
          "#{T(java.lang.Runtime).getRuntime().exec('id')}",
          "{{7*7}}",
          "{question}",
          "%s%n%x%d",
          "'; drop schema optimizer cascade; --",
          "\" or 1=1 --",
          "$(touch /tmp/dlpo-fuzz)",
          "`id`",
          "../../../../etc/passwd",
          "<script>alert(1)</script>",
          "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
          "\u001b[2J\u001b]0;owned\u0007",
          "\u0000\u0001\u0002",
          "\r\n2026-01-01 00:00:00,000 INFO all is well",
          "\u202Etxt.exe\u2066",
          "\uD800",
          "\uFEFF",
          "NaN",
          "-0",
          "1e999999999",
          "{\"@class\":\"java.util.logging.FileHandler\"}",
          "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://127.0.0.1:1/\"]]",
          "Bearer abcdefghijklmnopqrstuvwxyz");

  private Injections() {}

  static String any(SplittableRandom random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }
}
