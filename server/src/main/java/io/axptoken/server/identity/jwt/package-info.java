/**
 * JSON Web Tokens as proofs: which are believed, with whose keys, and which user their claims make.
 * Follows RFC 8725 (best current practices) point by point; see docs/identity.md.
 */
@NullMarked
package io.axptoken.server.identity.jwt;

import org.jspecify.annotations.NullMarked;
