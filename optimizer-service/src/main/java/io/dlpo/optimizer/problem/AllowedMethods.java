package io.dlpo.optimizer.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The methods of each path, from the annotations of the resources.
 *
 * @param endpoints all endpoints
 */
record AllowedMethods(List<Endpoint> endpoints) {

  private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*}");

  /**
   * An endpoint.
   *
   * @param path matches its paths
   * @param parameters the number of parameters in the path
   * @param method its HTTP method
   */
  record Endpoint(Pattern path, long parameters, String method) {

    static Endpoint of(String template, String method) {
      return new Endpoint(
          Pattern.compile(PARAMETER.matcher(template).replaceAll("[^/]+")),
          PARAMETER.matcher(template).results().count(),
          method);
    }
  }

  AllowedMethods {
    endpoints = List.copyOf(endpoints);
  }

  /** Reads the annotations of resources. */
  static AllowedMethods of(Stream<Class<?>> resources) {
    return new AllowedMethods(resources.flatMap(AllowedMethods::endpoints).toList());
  }

  private static Stream<Endpoint> endpoints(Class<?> resource) {
    String base = resource.getAnnotation(Path.class).value();
    return Arrays.stream(resource.getMethods())
        .flatMap(
            method ->
                Stream.ofNullable(httpMethod(method))
                    .map(name -> Endpoint.of(template(base, method), name)));
  }

  private static @Nullable String httpMethod(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  private static String template(String base, Method method) {
    Path own = method.getAnnotation(Path.class);
    return trimmed(base) + (own == null ? "" : trimmed(own.value()));
  }

  private static String trimmed(String path) {
    String inner = path.replaceAll("^/+|/+$", "");
    return inner.isEmpty() ? "" : "/" + inner;
  }

  /**
   * Returns the methods of a path, or an empty set if no endpoint has it. A path without parameters
   * hides those with parameters that would match as well.
   */
  Set<String> at(String path) {
    // The framework ignores matrix parameters and slashes at the end.
    String plain = trimmed(path.replaceAll(";[^/]*", ""));
    List<Endpoint> matching =
        endpoints.stream().filter(endpoint -> endpoint.path().matcher(plain).matches()).toList();
    long parameters = matching.stream().mapToLong(Endpoint::parameters).min().orElse(0);
    Set<String> methods = new TreeSet<>();
    matching.stream()
        .filter(endpoint -> endpoint.parameters() == parameters)
        .forEach(endpoint -> methods.add(endpoint.method()));
    if (methods.contains(HttpMethod.GET)) {
      methods.add(HttpMethod.HEAD);
    }
    if (!methods.isEmpty()) {
      methods.add(HttpMethod.OPTIONS);
    }
    return methods;
  }
}
