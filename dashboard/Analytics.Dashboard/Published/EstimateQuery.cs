using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Dashboard.Access;
using Analytics.Database;
using Analytics.Domain.Estimation;

namespace Analytics.Dashboard.Published;

/// <summary>The published estimate of a period: already protected and rounded for the reader's profile.</summary>
public static class EstimateQuery
{
    private static readonly JsonSerializerOptions s_json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <returns>Null where the period has none.</returns>
    public static async Task<EstimateSummary?> ReadAsync(ProfileConnection reader, string period, CancellationToken token)
    {
        await using var command = reader.Database.CreateCommand(SqlText.Beside(typeof(EstimateQuery), "estimate.sql"));
        command.Parameters.AddWithValue("period", period);
        return await command.ExecuteScalarAsync(token) is string json ? JsonSerializer.Deserialize<EstimateSummary>(json, s_json) : null;
    }
}
