/** What the rest of the project says of its services: channels, settings, modules, topics. */
@NullMarked
package io.dlpo.deployment.project;

import org.jspecify.annotations.NullMarked;
