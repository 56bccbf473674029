package io.dlpo.evaluator.store;

import io.dlpo.evaluator.aggregate.ScoredPrediction;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** A row of table {@code prediction}, written by the statement that counts it. Immutable. */
@Entity
@Immutable
@IdClass(StoredPrediction.Key.class)
@Table(schema = "evaluator", name = "prediction")
class StoredPrediction {

  @Id
  @Column(name = "evaluation_id")
  private String evaluationId = "";

  @Id
  @Column(name = "example_id")
  private String exampleId = "";

  @Convert(converter = JsonColumn.OfScoredPrediction.class)
  private ScoredPrediction scored;

  StoredPrediction() {}

  ScoredPrediction scored() {
    return scored;
  }

  record Key(String evaluationId, String exampleId) implements Serializable {}
}
