package io.dlpo.optimizer.dashboard;

import io.dlpo.optimizer.page.Html;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Serves the frames of the live pages. They show nothing without REST, so they are open. */
@Path("/")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
public class DashboardResource {

  /** What a page may do: run this service's scripts and talk to this service. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  @GET
  @Operation(hidden = true)
  public RestResponse<String> runs() {
    return frame(LivePage.RUNS);
  }

  @GET
  @Path("runs/{id}")
  @Operation(hidden = true)
  public RestResponse<String> run() {
    return frame(LivePage.RUN);
  }

  @GET
  @Path("start")
  @Operation(hidden = true)
  public RestResponse<String> start() {
    return frame(LivePage.START);
  }

  @GET
  @Path("experiments")
  @Operation(hidden = true)
  public RestResponse<String> experiments() {
    return frame(LivePage.EXPERIMENTS);
  }

  @GET
  @Path("experiments/{id}")
  @Operation(hidden = true)
  public RestResponse<String> experiment() {
    return frame(LivePage.EXPERIMENT);
  }

  @GET
  @Path("prompts")
  @Operation(hidden = true)
  public RestResponse<String> prompts() {
    return frame(LivePage.PROMPTS);
  }

  @GET
  @Path("flow")
  @Operation(hidden = true)
  public RestResponse<String> flow() {
    return frame(LivePage.FLOW);
  }

  private static RestResponse<String> frame(LivePage page) {
    return RestResponse.ResponseBuilder.ok(Html.render(new DashboardPage(page)))
        .header("Content-Security-Policy", POLICY)
        .build();
  }
}
