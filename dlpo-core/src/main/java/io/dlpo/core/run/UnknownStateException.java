package io.dlpo.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Optional;

/**
 * A stored state has a property, a kind or a value that this version does not know, because a newer
 * version wrote it. To drop it would change the run.
 */
public final class UnknownStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownStateException(String what) {
    super("the run's state has " + what + ", which is unknown here");
  }

  /** What a newer version wrote; empty if the JSON is damaged. */
  static Optional<UnknownStateException> of(JsonProcessingException fault) {
    Optional<String> what =
        switch (fault) {
          case UnrecognizedPropertyException property ->
              Optional.of("the property '" + property.getPropertyName() + "'");
          case InvalidTypeIdException kind -> Optional.of("the kind '" + kind.getTypeId() + "'");
          case InvalidFormatException format when format.getTargetType().isEnum() ->
              Optional.of("the value '" + format.getValue() + "'");
          default -> Optional.empty();
        };
    return what.map(UnknownStateException::new);
  }
}
