package io.dlpo.simulator.api;

import io.dlpo.simulator.student.Student;
import io.dlpo.simulator.teacher.Teacher;
import java.util.List;

/** The available models. */
final class SimulatedModels {

  static final String STUDENT = "sim-student";
  static final String TEACHER = "sim-teacher";
  static final List<String> ALL = List.of(STUDENT, TEACHER);

  private SimulatedModels() {}

  /**
   * The reply of a model.
   *
   * @throws RequestException if the model does not exist
   */
  static String reply(ChatRequest request) {
    return switch (request.model()) {
      case STUDENT -> Student.reply(request.system(), request.user(), request.variation());
      case TEACHER -> Teacher.reply(request.system(), request.user(), request.variation());
      default -> throw unknown(request.model());
    };
  }

  static RequestException unknown(String name) {
    return new RequestException(
        404,
        "model_not_found",
        "model",
        "The model '" + name + "' does not exist; use " + String.join(" or ", ALL));
  }
}
