package io.dlpo.optimizer.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * The types of the response bodies of resources.
 *
 * @param byOperation the type by operation id; without an id, by class and method
 */
record ResponseTypes(Map<String, Type> byOperation) {

  ResponseTypes {
    byOperation = Map.copyOf(byOperation);
  }

  /** Reads the types of all endpoints that return JSON. */
  static ResponseTypes of(Stream<Class<?>> resources) {
    Map<String, Type> types = new HashMap<>();
    resources
        .flatMap(resource -> Arrays.stream(resource.getMethods()))
        .filter(ResponseTypes::isEndpoint)
        .forEach(method -> type(method).ifPresent(type -> types.put(key(method), type)));
    return new ResponseTypes(types);
  }

  private static boolean isEndpoint(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(a -> a.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  private static String key(Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    return operation == null ? method.toString() : operation.operationId();
  }

  private static Optional<Type> type(Method method) {
    APIResponseSchema declared = method.getAnnotation(APIResponseSchema.class);
    if (declared != null) {
      return Optional.of(declared.value());
    }
    Type type = method.getGenericReturnType();
    boolean isText = type == String.class || type == void.class || type == Response.class;
    return isText ? Optional.empty() : Optional.of(type);
  }
}
