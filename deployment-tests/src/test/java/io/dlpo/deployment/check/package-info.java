/** What must hold between the documents of an overlay, and between them and the project. */
@NullMarked
package io.dlpo.deployment.check;

import org.jspecify.annotations.NullMarked;
