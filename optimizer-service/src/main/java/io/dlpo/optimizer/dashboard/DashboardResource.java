package io.dlpo.optimizer.dashboard;

import io.dlpo.optimizer.page.Html;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Serves the frames of the live pages. They show nothing without REST, so they are open. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DashboardResource {

  /** What a page may do: run this service's scripts and talk to this service. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private final RoutingContext context;

  DashboardResource(RoutingContext context) {
    this.context = context;
  }

  @GET
  @Operation(hidden = true)
  public String runs() {
    return frame(LivePage.RUNS);
  }

  @GET
  @Path("runs/{id}")
  @Operation(hidden = true)
  public String run() {
    return frame(LivePage.RUN);
  }

  @GET
  @Path("start")
  @Operation(hidden = true)
  public String start() {
    return frame(LivePage.START);
  }

  @GET
  @Path("experiments")
  @Operation(hidden = true)
  public String experiments() {
    return frame(LivePage.EXPERIMENTS);
  }

  @GET
  @Path("experiments/{id}")
  @Operation(hidden = true)
  public String experiment() {
    return frame(LivePage.EXPERIMENT);
  }

  @GET
  @Path("prompts")
  @Operation(hidden = true)
  public String prompts() {
    return frame(LivePage.PROMPTS);
  }

  @GET
  @Path("flow")
  @Operation(hidden = true)
  public String flow() {
    return frame(LivePage.FLOW);
  }

  /** Replaces the policy of all other answers, which allows no scripts. */
  private String frame(LivePage page) {
    context.response().putHeader("Content-Security-Policy", POLICY);
    return Html.render(new DashboardPage(page));
  }
}
