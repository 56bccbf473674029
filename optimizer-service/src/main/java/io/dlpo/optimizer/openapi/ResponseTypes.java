package io.dlpo.optimizer.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/** The types of the response bodies of resources. */
final class ResponseTypes {

  private ResponseTypes() {}

  /** Returns the types of all endpoints that return JSON. */
  static Stream<Type> of(Stream<Class<?>> resources) {
    return resources
        .flatMap(resource -> Arrays.stream(resource.getMethods()))
        .filter(ResponseTypes::isEndpoint)
        .flatMap(ResponseTypes::ofMethod);
  }

  private static boolean isEndpoint(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static Stream<Type> ofMethod(Method method) {
    APIResponseSchema declared = method.getAnnotation(APIResponseSchema.class);
    if (declared != null) {
      return Stream.of(declared.value());
    }
    Type type = method.getGenericReturnType();
    boolean isText = type == String.class || type == void.class || type == Response.class;
    return isText ? Stream.empty() : Stream.of(type);
  }
}
