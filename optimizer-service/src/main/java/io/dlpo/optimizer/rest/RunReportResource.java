package io.dlpo.optimizer.rest;

import io.dlpo.contracts.id.RunId;
import io.dlpo.contracts.metric.Metric;
import io.dlpo.core.spec.ResolvedRun;
import io.dlpo.optimizer.Prices;
import io.dlpo.optimizer.page.Html;
import io.dlpo.optimizer.page.RunPage;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.ForkSource;
import io.dlpo.optimizer.store.ResolvedRuns;
import io.dlpo.optimizer.store.RunDetails;
import io.dlpo.optimizer.store.RunQueries;
import io.dlpo.optimizer.store.StepStore;
import io.dlpo.studies.report.PaidMoney;
import io.dlpo.studies.report.RunFigures;
import io.dlpo.studies.report.RunReport;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The report of a run as JSON and HTML. */
@Tag(name = "runs")
@Path("/api/runs/{id}/report")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class RunReportResource {

  private final RunQueries runs;
  private final StepStore steps;
  private final ResolvedRuns resolved;
  private final PaidMoney money;

  RunReportResource(RunQueries runs, StepStore steps, ResolvedRuns resolved, Prices prices) {
    this.runs = runs;
    this.steps = steps;
    this.resolved = resolved;
    this.money = new PaidMoney(prices.table());
  }

  @Operation(operationId = "getRunReport", summary = "Report a run")
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public RunReportBody json(@RestPath String id) {
    RunDetails run = view(id);
    RunReport report = report(run);
    Metric metric = resolved.of(report.spec()).settings().metric();
    return new RunReportBody(
        report.simulated(),
        report.spec(),
        RunBody.of(run, null),
        report.steps().stream().map(StepBody::of).toList(),
        report.path().stream().map(PromptBody::of).toList(),
        report.usd(),
        RunReportBody.CostBody.of(
            run.view().usageByPurpose(), usage -> money.usd(run.engines(), metric, usage)));
  }

  /** Returns a self-contained HTML page. */
  @Operation(operationId = "getRunReportPage", summary = "Report a run as a page")
  @GET
  @Path("/html")
  @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
  public String html(@RestPath String id) {
    return Html.render(new RunPage(RunFigures.of(report(view(id)))));
  }

  private RunReport report(RunDetails run) {
    ForkSource source = runs.forkSource(run.runId()).orElseThrow();
    ResolvedRun resolvedRun = resolved.of(source.spec());
    return new RunReport(
        run.runId().value(),
        run.name(),
        run.engines(),
        source.spec(),
        run.view(),
        steps.of(run.runId()),
        resolvedRun.splits().test(),
        money
            .usd(run.engines(), resolvedRun.settings().metric(), run.view().usageByPurpose())
            .orElse(null),
        run.wallMillis());
  }

  private RunDetails view(String id) {
    RunId runId = RunResource.id(id);
    return runs.view(runId)
        .orElseThrow(() -> new NotFoundException("there is no run '" + id + "'"));
  }
}
