namespace Analytics.Dashboard.Pages.UnderRegistration;

public sealed partial class UnderRegistrationPage
{
    protected override string Path => Routes.UnderRegistration;

    protected override Task<UnderRegistrationView> LoadAsync(CancellationToken token) => UnderRegistrationModel.LoadAsync(Data, Reader, token);
}
