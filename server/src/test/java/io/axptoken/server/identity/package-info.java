/** Who the end user is: what the modes make of requests, hostile ones first. */
@NullMarked
package io.axptoken.server.identity;

import org.jspecify.annotations.NullMarked;
