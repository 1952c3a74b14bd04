/** What holds for the service as a whole. */
@NullMarked
package io.axptoken.service;

import org.jspecify.annotations.NullMarked;
