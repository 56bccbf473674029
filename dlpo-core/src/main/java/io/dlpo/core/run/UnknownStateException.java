package io.dlpo.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * A stored state has a property, a kind or a value that this version does not know, because a newer
 * version wrote it. To drop it would change the run.
 */
public final class UnknownStateException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownStateException(String what) {
    super("the run's state has " + what + ", which is unknown here");
  }

  /** Whether JSON is valid for another version. Otherwise it is damaged. */
  static boolean isCause(JsonProcessingException fault) {
    return fault instanceof UnrecognizedPropertyException
        || fault instanceof InvalidTypeIdException
        || (fault instanceof InvalidFormatException format && format.getTargetType().isEnum());
  }

  static UnknownStateException of(JsonProcessingException fault) {
    return new UnknownStateException(
        switch (fault) {
          case UnrecognizedPropertyException property ->
              "the property '" + property.getPropertyName() + "'";
          case InvalidTypeIdException kind -> "the kind '" + kind.getTypeId() + "'";
          case InvalidFormatException format -> "the value '" + format.getValue() + "'";
          default -> throw new IllegalArgumentException("not of another version", fault);
        });
  }
}
