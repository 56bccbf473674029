/** Builds the images of the services with Docker's buildx. */
@NullMarked
package io.dlpo.cli.image;

import org.jspecify.annotations.NullMarked;
