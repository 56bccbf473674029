/** The API of the gateway: requests to models and their replies. */
@NullMarked
package io.dlpo.gateway;

import org.jspecify.annotations.NullMarked;
