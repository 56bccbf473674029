package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A named part of a run's spec, put over what came before: a variant, a dataset or a transfer.
 *
 * @param name unique among its kind
 * @param spec the keys that it sets
 * @param transfers what the prompts that were trained here are scored on besides; only a dataset
 *     has any
 */
public record Part(String name, ObjectNode spec, List<Part> transfers) {

  public Part {
    spec = spec.deepCopy();
    transfers = List.copyOf(transfers);
  }
}
