package io.dlpo.optimizer.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas of response bodies as the JSON mapper writes them: each property is present, and only
 * those that are marked so can be null. The framework's own schemas say neither.
 */
final class RecordComponents {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectMapper mapper;
  private final ObjectNode schemas = NODES.objectNode();
  private final Map<String, Class<?>> named = new HashMap<>();

  RecordComponents(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /** The schemas of all types so far, by name. */
  ObjectNode schemas() {
    return schemas;
  }

  /** Returns the schema of a type; adds the schemas of the records within. */
  ObjectNode of(Type type) {
    return schema(mapper.constructType(type));
  }

  private ObjectNode schema(JavaType type) {
    Class<?> raw = type.getRawClass();
    if (type.isCollectionLikeType() || type.isArrayType()) {
      ObjectNode array = simple("array");
      array.set("items", schema(type.getContentType()));
      return array;
    }
    if (type.isMapLikeType()) {
      ObjectNode map = simple("object");
      map.set("additionalProperties", schema(type.getContentType()));
      return map;
    }
    if (JsonNode.class.isAssignableFrom(raw)) {
      return simple("object");
    }
    ObjectNode scalar = scalar(raw);
    return scalar == null ? component(type) : scalar;
  }

  private static @Nullable ObjectNode scalar(Class<?> type) {
    if (type == String.class) {
      return simple("string");
    }
    if (type == Instant.class) {
      return simple("string").put("format", "date-time");
    }
    if (type == boolean.class || type == Boolean.class) {
      return simple("boolean");
    }
    if (type == int.class || type == Integer.class) {
      return simple("integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return simple("integer").put("format", "int64");
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return simple("number");
    }
    return null;
  }

  private ObjectNode component(JavaType type) {
    BeanDescription bean = mapper.getSerializationConfig().introspect(type);
    AnnotatedMember value = bean.findJsonValueAccessor();
    if (value != null) {
      return schema(value.getType());
    }
    Class<?> raw = type.getRawClass();
    String name = name(raw);
    Class<?> known = named.putIfAbsent(name, raw);
    if (known != null && known != raw) {
      throw new IllegalStateException(
          "%s and %s have the same name %s in the OpenAPI document; annotate one with @Schema(name)"
              .formatted(known.getName(), raw.getName(), name));
    }
    if (known == null) {
      schemas.set(name, raw.isEnum() ? enumeration(raw) : object(bean));
    }
    return NODES.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /** The name of a nested type includes that of the type around it. */
  static String name(Class<?> type) {
    Schema annotation = type.getAnnotation(Schema.class);
    if (annotation != null && !annotation.name().isEmpty()) {
      return annotation.name();
    }
    Class<?> outer = type.getEnclosingClass();
    return outer == null
        ? type.getSimpleName()
        : name(outer).replaceFirst("Body$", "") + type.getSimpleName();
  }

  private ObjectNode enumeration(Class<?> type) {
    ArrayNode values = NODES.arrayNode();
    for (Object constant : type.getEnumConstants()) {
      values.add(mapper.<JsonNode>valueToTree(constant));
    }
    ObjectNode schema = simple("string");
    schema.set("enum", values);
    return schema;
  }

  private ObjectNode object(BeanDescription bean) {
    ObjectNode schema = simple("object");
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    for (BeanPropertyDefinition property : bean.findProperties()) {
      AnnotatedMember accessor = property.getAccessor();
      ObjectNode own = schema(accessor.getType());
      properties.set(
          property.getName(),
          annotated(accessor).isAnnotationPresent(Nullable.class) ? orNull(own) : own);
      if (property.findInclusion().getValueInclusion() != JsonInclude.Include.NON_NULL) {
        required.add(property.getName());
      }
    }
    schema.set("required", required);
    schema.set("properties", properties);
    return schema;
  }

  private static AnnotatedType annotated(AnnotatedMember accessor) {
    Member member = accessor.getMember();
    return switch (member) {
      case Method method -> method.getAnnotatedReturnType();
      case Field field -> field.getAnnotatedType();
      default ->
          throw new IllegalStateException("%s is neither a method nor a field".formatted(member));
    };
  }

  private static ObjectNode orNull(ObjectNode schema) {
    if (schema.path("type").isTextual()) {
      ArrayNode types = NODES.arrayNode().add(schema.path("type")).add("null");
      return schema.set("type", types);
    }
    ObjectNode either = NODES.objectNode();
    either.putArray("anyOf").add(schema).add(simple("null"));
    return either;
  }

  private static ObjectNode simple(String type) {
    return NODES.objectNode().put("type", type);
  }
}
