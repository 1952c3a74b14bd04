/** Requests and answers as every server of ours has them. */
@NullMarked
package io.axptoken.service.http;

import org.jspecify.annotations.NullMarked;
