/** The service access token: cached, refreshed early, fetched once for all who wait. */
@NullMarked
package io.axptoken.client.auth;

import org.jspecify.annotations.NullMarked;
