package io.dlpo.evaluator.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dlpo.contracts.evaluation.Evaluation;
import io.dlpo.contracts.event.BatchScored;
import io.dlpo.evaluator.aggregate.ScoredPrediction;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Maps a record to a text column with JSON. */
abstract sealed class JsonColumn<T> implements AttributeConverter<T, String> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder().defaultPropertyInclusion(JsonInclude.Value.ALL_NON_NULL).build();

  private final Class<T> type;

  private JsonColumn(Class<T> type) {
    this.type = type;
  }

  @Override
  public @Nullable String convertToDatabaseColumn(@Nullable T value) {
    return value == null ? null : write(value);
  }

  @Override
  public @Nullable T convertToEntityAttribute(@Nullable String json) {
    return json == null ? null : read(json, type);
  }

  static <T> T read(String json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot read a stored " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "cannot write a " + value.getClass().getSimpleName() + ": " + e.getOriginalMessage(), e);
    }
  }

  /** Column of an {@link Evaluation}. */
  @Converter
  @Immutable
  static final class OfEvaluation extends JsonColumn<Evaluation> {
    OfEvaluation() {
      super(Evaluation.class);
    }
  }

  /** Column of a {@link ScoredPrediction}. */
  @Converter
  @Immutable
  static final class OfScoredPrediction extends JsonColumn<ScoredPrediction> {
    OfScoredPrediction() {
      super(ScoredPrediction.class);
    }
  }

  /** Column of a {@link BatchScored}. */
  @Converter
  @Immutable
  static final class OfBatchScored extends JsonColumn<BatchScored> {
    OfBatchScored() {
      super(BatchScored.class);
    }
  }
}
