package org.symbolon.events.auth;

/**
 * On which terms somebody may claim a token.
 *
 * @param needsPassword whether he must type the password of his user store beside the value
 * @param quota how many tokens there may be
 */
public record ClaimTerms(boolean needsPassword, TokenQuota quota) {}
