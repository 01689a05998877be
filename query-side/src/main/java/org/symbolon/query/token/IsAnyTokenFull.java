package org.symbolon.query.token;

/** Has any token as many failures as it may have? */
public record IsAnyTokenFull() {}
