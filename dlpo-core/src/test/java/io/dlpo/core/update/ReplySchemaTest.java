package io.dlpo.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.dlpo.contracts.evaluation.CallPurpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplySchemaTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "UPDATE         | {\"edits\":[]}                                              | true",
        "UPDATE         | {\"edits\":[{\"op\":\"add\",\"after\":0,\"text\":\"A.\"}]}         | true",
        "UPDATE         | {\"edits\":[{\"op\":\"move\",\"sentence\":1,\"after\":2}]}        | true",
        "UPDATE         | {\"edits\":[{\"op\":\"add\",\"text\":\"A.\"}]}                    | false",
        "UPDATE         | {\"edits\":[{\"op\":\"swap\",\"sentence\":1}]}                  | false",
        "UPDATE         | {\"edits\":{}}                                              | false",
        "REGULARIZATION | {\"edits\":[{\"op\":\"delete\",\"sentence\":1}]}                | true",
        "REGULARIZATION | {\"edits\":[{\"op\":\"add\",\"after\":0,\"text\":\"A.\"}]}         | false",
        "CONTRAST       | {\"positive\":\"a\",\"negative\":\"b\"}                          | true",
        "CONTRAST       | {\"positive\":\"a\"}                                          | false",
      })
  void shouldTakeTheRepliesThatCanBeUsed(CallPurpose kind, String reply, boolean valid) {
    // When
    boolean taken =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ReplySchema.of(kind).schema().toString())
            .validate(reply, InputFormat.JSON)
            .isEmpty();

    // Then
    assertThat(taken).isEqualTo(valid);
  }
}
