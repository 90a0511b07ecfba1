using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Reporting.Access;
using Reporting.Bulletins;
using Reporting.Catalogue;
using Reporting.Collecting;
using Reporting.Collecting.Contributions;
using Reporting.Collecting.LatePermits;
using Reporting.Delivery;
using Reporting.Inspections;
using Reporting.Problems;
using Reporting.Projects;
using Reporting.Publishing;
using Reporting.Reminding;
using Reporting.SignOff;
using Reporting.Standing;
using Reporting.Storage;
using Reporting.Storage.Backup;
using Reporting.Tick;
using Reporting.Verifying;
using Reporting.Workbooks;
using Reporting.Zones;

namespace Reporting;

/// <summary>Registers the core for a host; each slice adds its use cases in its own method, so that a slice is taken out by one line.</summary>
public static class ReportingServices
{
    /// <summary>Settings are validated when the host starts; a host that wants another clock registers its <see cref="TimeProvider"/> before.</summary>
    public static IServiceCollection AddReporting(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddCatalogue(configuration);
        services.AddStorage(configuration);
        services.AddAccess(configuration);
        services.AddCollecting();
        services.AddProjects();
        services.AddProblems();
        services.AddInspections();
        services.AddZones();
        services.AddBulletins(configuration);
        services.AddPublishing(configuration);
        services.AddStanding();
        services.AddReminding();
        services.AddDelivery(configuration);
        services.AddWorkbooks();
        services.AddTick();
        services.AddSignOff();
        services.AddVerifying();
        return services;
    }

    private static void AddCatalogue(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CatalogueOptions>().Bind(configuration.GetSection(CatalogueOptions.Section));
        services.AddSingleton(provider => Programmes.Load(
            provider.GetRequiredService<IOptions<CatalogueOptions>>().Value, provider.GetRequiredService<IOptions<PublishingOptions>>().Value.StartOn));
        services.AddHostedService<LoadCatalogueAtStart>();
    }

    private static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptions.Validation>();
        services.AddSingleton<StorageConnection>();
        services.AddSingleton<StorageSetup>();
        services.AddSingleton<ExportProgramme>();
        services.AddSingleton<ImportProgramme>();
    }

    private static void AddPublishing(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PublishingOptions>().Bind(configuration.GetSection(PublishingOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PublishingOptions>, PublishingOptions.Validation>();
        services.AddOptions<SigningOptions>().Bind(configuration.GetSection(SigningOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SigningOptions>, SigningOptions.Validation>();
        services.AddSingleton<BulletinsTable>();
        services.AddSingleton<BulletinBlobs>();
        services.AddSingleton<SignInKeyBlobs>();
        services.AddSingleton<ManifestSigner>();
        services.AddSingleton<StageIssue>();
        services.AddSingleton<PublishIssue>();
        services.AddSingleton<ListIssues>();
        services.AddSingleton<GetIssueFile>();
        services.AddSingleton<LinksTable>();
        services.AddSingleton<ShareIssueFile>();
    }

    private static void AddStanding(this IServiceCollection services) => services.AddSingleton<GetStanding>();

    private static void AddReminding(this IServiceCollection services)
    {
        services.AddSingleton<RemindersTable>();
        services.AddSingleton<ReadOutstanding>();
        services.AddSingleton<CurrentReminder>();
        services.AddSingleton<RemindUnits>();
        services.AddSingleton<ListReminders>();
    }

    private static void AddTick(this IServiceCollection services)
    {
        services.AddSingleton<WorkTable>();
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<RunsTable>();
        services.TryAddSingleton<IWorkTrace, LogWorkTrace>();
        services.AddSingleton<FreezeIssue>();
        services.AddSingleton<MakeDraft>();
        services.AddSingleton<MakeIssue>();
        services.AddSingleton<WorkOnPiece>();
        services.AddSingleton<DoWork>();
        services.AddSingleton<EntryMarkers>();
        services.AddSingleton<DeriveFromEntries>();
        services.AddSingleton<HintDeliveries>();
        services.AddSingleton<RunTick>();
        services.AddSingleton<TakeWork>();
        services.AddSingleton<WatchIssues>();
        services.AddSingleton<RunWatchdog>();
    }

    private static void AddSignOff(this IServiceCollection services)
    {
        services.AddSingleton<DraftBook>();
        services.AddSingleton<ReviewDraft>();
        services.AddSingleton<GetDraftFile>();
        services.AddSingleton<RenewDraft>();
        services.AddSingleton<SignIssue>();
        services.AddSingleton<PreviewIssue>();
        services.AddSingleton<Corrections>();
    }

    private static void AddVerifying(this IServiceCollection services)
    {
        services.AddSingleton<RebuildFiles>();
        services.AddSingleton<VerifyFiles>();
        services.AddSingleton<VerifyIssue>();
    }

    private static void AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessOptions>().Bind(configuration.GetSection(AccessOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccessOptions>, AccessOptions.Validation>();
        services.AddSingleton<AccessTable>();
        services.AddSingleton<KeyCache>();
        services.AddSingleton<KeyUse>();
        services.AddSingleton<FindCaller>();
        services.AddSingleton<GrantApiKey>();
        services.AddSingleton<ListApiKeys>();
        services.AddSingleton<RotateApiKey>();
        services.AddSingleton<RevokeApiKey>();
    }

    private static void AddWorkbooks(this IServiceCollection services)
    {
        services.AddSingleton<UnitForms>();
        services.AddSingleton<StoreRow>();
        services.AddSingleton<GetWorkbook>();
        services.AddSingleton<PostWorkbook>();
    }

    private static void AddCollecting(this IServiceCollection services)
    {
        services.AddSingleton<ProgressTable>();
        services.AddSingleton<ObligationBook>();
        services.AddSingleton<LatePermitsTable>();
        services.AddSingleton<EntryWindows>();
        services.AddSingleton<EntryWriting>();
        services.AddSingleton<PutEntry>();
        services.AddSingleton<SubmitEntry>();
        services.AddSingleton<ReturnEntry>();
        services.AddSingleton<AcceptEntry>();
        services.AddSingleton<WithdrawEntry>();
        services.AddSingleton<GetEntry>();
        services.AddSingleton<CompareVersions>();
        services.AddSingleton<VerifyEntry>();
        services.AddSingleton<PermitWriting>();
        services.AddSingleton<AskForPermit>();
        services.AddSingleton<GrantPermit>();
        services.AddSingleton<EndPermit>();
        services.AddSingleton<GetPermit>();
        services.AddSingleton<ListObligations>();
        services.AddSingleton<ContributionsTable>();
        services.AddSingleton<ContributionBook>();
        services.AddSingleton<PutContribution>();
        services.AddSingleton<GetContributions>();
        services.AddSingleton<FreezeObligations>();
        services.AddSingleton<EarlierEntries>();
        services.AddSingleton<FindWarnings>();
    }

    private static void AddProjects(this IServiceCollection services)
    {
        services.AddSingleton<ProjectsTable>();
        services.AddSingleton<ProjectWriting>();
        services.AddSingleton<LinkProjects>();
        services.AddSingleton<ListProjects>();
        services.AddSingleton<GetProject>();
        services.AddSingleton<AddProject>();
        services.AddSingleton<ChangeProject>();
        services.AddSingleton<ConfirmProject>();
        services.AddSingleton<MergeProject>();
        services.AddSingleton<RetireProject>();
        services.AddSingleton<RecordReports>();
        services.AddSingleton<NamedProjects>();
        services.AddSingleton<IOtherProjectReports, OtherPlansReports>();
    }

    private static void AddProblems(this IServiceCollection services)
    {
        services.AddSingleton<ProblemsTable>();
        services.AddSingleton<ProblemWriting>();
        services.AddSingleton<ListProblems>();
        services.AddSingleton<RaiseProblem>();
        services.AddSingleton<RaiseProblems>();
        services.AddSingleton<AskUnit>();
        services.AddSingleton<AnswerProblem>();
        services.AddSingleton<CloseProblem>();
    }

    private static void AddInspections(this IServiceCollection services)
    {
        services.AddSingleton<InspectionsTable>();
        services.AddSingleton<InspectionRegister>();
        services.AddSingleton<ListInspections>();
        services.AddSingleton<RecordInspection>();
        services.AddSingleton<ChangeInspection>();
        services.AddSingleton<WithdrawInspection>();
    }

    private static void AddZones(this IServiceCollection services)
    {
        services.AddSingleton<ZonesTable>();
        services.AddSingleton<ZoneRegister>();
        services.AddSingleton<ListZones>();
        services.AddSingleton<RecordZone>();
        services.AddSingleton<ChangeZone>();
        services.AddSingleton<WithdrawZone>();
    }
}
