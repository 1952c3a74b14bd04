package io.axptoken.server.config;

/** The whole configuration, valid in itself; made by {@link SettingsLoader}. */
public record Settings(
    ServerSettings server,
    ManagementSettings management,
    AxpSettings axp,
    IdentitySettings identity,
    LimitSettings limits,
    LoggingSettings logging,
    AuditSettings audit) {}
