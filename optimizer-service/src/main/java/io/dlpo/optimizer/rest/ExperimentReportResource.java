package io.dlpo.optimizer.rest;

import io.dlpo.optimizer.OptimizerServiceSettings;
import io.dlpo.optimizer.page.ExperimentPage;
import io.dlpo.optimizer.page.Html;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.CellStore;
import io.dlpo.optimizer.store.ExperimentStore;
import io.dlpo.optimizer.store.ExperimentView;
import io.dlpo.studies.experiment.CellState;
import io.dlpo.studies.experiment.report.Analysis;
import io.dlpo.studies.experiment.report.CsvReport;
import io.dlpo.studies.experiment.report.ExperimentFigures;
import io.dlpo.studies.experiment.report.ExperimentReport;
import io.dlpo.studies.experiment.report.ExperimentResults;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The report of an experiment as JSON, HTML and CSV. */
@Tag(name = "experiments")
@Path("/api/experiments/{id}/report")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class ExperimentReportResource {

  private final ExperimentStore experiments;
  private final CellStore cells;
  private final OptimizerServiceSettings settings;

  ExperimentReportResource(
      ExperimentStore experiments, CellStore cells, OptimizerServiceSettings settings) {
    this.experiments = experiments;
    this.cells = cells;
    this.settings = settings;
  }

  @Operation(operationId = "getExperimentReport", summary = "Report an experiment")
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public ExperimentReport json(@RestPath String id) {
    return report(id);
  }

  /** Returns a self-contained HTML page. */
  @Operation(operationId = "getExperimentReportPage", summary = "Report an experiment as a page")
  @GET
  @Path("/html")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String html(@RestPath String id) {
    return Html.render(new ExperimentPage(ExperimentFigures.of(report(id))));
  }

  /** Returns one row for each run. */
  @Operation(
      operationId = "getExperimentReportTable",
      summary = "Report an experiment as a table, one row for each run")
  @GET
  @Path("/csv")
  @Produces("text/csv;charset=UTF-8")
  public String csv(@RestPath String id) {
    return CsvReport.write(report(id));
  }

  private ExperimentReport report(String id) {
    ExperimentView view =
        experiments
            .view(id)
            .orElseThrow(() -> new NotFoundException("there is no experiment '" + id + "'"));
    List<CellState> results = cells.results(view.id());
    return Analysis.of(
        new ExperimentResults(
            view.id(),
            view.name(),
            view.status().seen(results, view.parallelOr(settings.experimentRuns())),
            view.pairing(),
            results));
  }
}
