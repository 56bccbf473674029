package io.dlpo.gateway.reply;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Rewrites the chat completions of endpoints in the form that the client reads. */
@Provider
public class ReplyFilter implements ClientResponseFilter {

  private static final int OK = 200;
  private static final String PATH = "/chat/completions";

  /** Called on an I/O thread; the body is in memory, so that this does not block. */
  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response)
      throws IOException {
    InputStream body = response.getEntityStream();
    if (response.getStatus() == OK && body != null && request.getUri().getPath().endsWith(PATH)) {
      response.setEntityStream(
          new ByteArrayInputStream(ChatCompletionBody.rewritten(body.readAllBytes())));
      response.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
      response.getHeaders().remove(HttpHeaders.CONTENT_LENGTH);
    }
  }
}
