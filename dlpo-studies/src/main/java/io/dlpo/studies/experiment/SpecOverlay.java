package io.dlpo.studies.experiment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A named partial run spec that overrides others: a variant, a dataset or a transfer.
 *
 * @param name unique within its kind
 * @param spec the overriding keys
 * @param transfers other datasets on which the trained prompts are scored; empty unless this is a
 *     dataset
 */
public record SpecOverlay(String name, ObjectNode spec, List<SpecOverlay> transfers) {

  public SpecOverlay {
    spec = spec.deepCopy();
    transfers = List.copyOf(transfers);
  }
}
