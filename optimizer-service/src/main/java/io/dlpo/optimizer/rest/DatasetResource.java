package io.dlpo.optimizer.rest;

import io.dlpo.core.dataset.DatasetFormat;
import io.dlpo.core.refusal.Problem;
import io.dlpo.core.refusal.RefusedException;
import io.dlpo.optimizer.security.Ownership;
import io.dlpo.optimizer.security.Role;
import io.dlpo.optimizer.store.DatasetStore;
import io.dlpo.optimizer.store.DatasetSummary;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

/** REST resource for datasets. */
@Tag(name = "datasets")
@Path("/api/datasets")
@RolesAllowed(Role.Name.VIEWER)
@RunOnVirtualThread
public class DatasetResource {

  private static final int CREATED = 201;

  private static final Pattern NAME = Pattern.compile("\\P{Cc}{1,255}");

  private final DatasetStore datasets;
  private final Ownership ownership;

  DatasetResource(DatasetStore datasets, Ownership ownership) {
    this.datasets = datasets;
    this.ownership = ownership;
  }

  /** Uploads a file. The same content always gets the same id, and keeps its first name. */
  @Operation(operationId = "uploadDataset", summary = "Upload a dataset")
  @APIResponseSchema(
      value = DatasetSummary.class,
      responseCode = "201",
      responseDescription = "The dataset is stored.")
  @POST
  @RolesAllowed(Role.Name.OPERATOR)
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @ResponseStatus(CREATED)
  public DatasetSummary upload(
      @RestQuery @DefaultValue("dataset") String name,
      @RestQuery @DefaultValue("jsonl") String format,
      byte[] file) {
    if (!NAME.matcher(name).matches()) {
      throw new RefusedException(
          Problem.of("name", name, "1 to 255 characters, without control characters"));
    }
    DatasetFormat parsed = DatasetFormat.named(format);
    return datasets.save(
        parsed.read(name, file), parsed.toString(), file.length, ownership.callerName());
  }

  /** Lists the datasets, newest first. */
  @Operation(operationId = "listDatasets", summary = "List the datasets, newest first")
  @GET
  public List<DatasetSummary> all() {
    return datasets.all(ownership.only());
  }
}
