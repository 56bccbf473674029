/** The laptops that DLPO runs on: what each needs is there, and the scripts suit its tools. */
@NullMarked
package io.dlpo.deployment.laptop;

import org.jspecify.annotations.NullMarked;
