package io.dlpo.optimizer.page;

import io.dlpo.studies.experiment.report.ExperimentFigures;
import io.dlpo.studies.experiment.report.ExperimentReport;
import io.dlpo.studies.report.RunFigures;
import io.dlpo.studies.report.RunReport;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Renders the templates without Quarkus, with the escaping that Quarkus applies to HTML. */
final class Pages {

  private static final Engine ENGINE =
      Engine.builder()
          .addDefaults()
          .addValueResolver(new ReflectionValueResolver())
          .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
          .addLocator(id -> Optional.of(new Template(id)))
          .build();

  private Pages() {}

  static String run(RunReport report) {
    return run(RunFigures.of(report));
  }

  static String run(RunFigures figures) {
    return Html.visible(ENGINE.getTemplate("run-page").data("run", figures).render());
  }

  static String experiment(ExperimentReport report) {
    return Html.visible(
        ENGINE
            .getTemplate("experiment-page")
            .data("experiment", ExperimentFigures.of(report))
            .render());
  }

  private record Template(String id) implements TemplateLocation {

    @Override
    public Reader read() {
      try {
        return new StringReader(
            Files.readString(Path.of("src/main/resources/templates", id + ".html")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<Variant> getVariant() {
      return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
    }
  }
}
