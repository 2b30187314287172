using HotGigs.Core.Parsing.Text;
using NUnit.Framework;

namespace HotGigs.Tests.Parsing;

public sealed class LanguageGuessTests
{
    [TestCase("Developed and maintained the platform for customers in the region with a team of five.", "en")]
    [TestCase("Entwicklung und Wartung der Software für die Kunden im Bereich der Logistik mit dem Team.", "de")]
    [TestCase("Gestion des projets pour les clients dans le domaine du marketing avec une équipe.", "fr")]
    [TestCase("Gestión de los proyectos para los clientes en el área de ventas con un equipo y más.", "es")]
    [TestCase("Gestão de projetos para os clientes na área de vendas com uma equipe, do início ao fim.", "pt")]
    [TestCase("Gestione dei progetti per gli uffici della sede con il gruppo e la direzione presso il cliente.", "it")]
    [TestCase("Ontwikkeling van het systeem voor de klant met een team bij de bank en ook op kantoor.", "nl")]
    [TestCase("Prowadzenie projektów dla klientów oraz praca w zespole, kontakt z klientem na co dzień i od podstaw.", "pl")]
    [TestCase("Bir ekip ile proje yönetimi ve müşteri için raporlama, daha sonra bu alanda olarak çalıştım.", "tr")]
    [TestCase("主导开发和优化企业应用，使用 Java 和 Spring。", "zh")]
    [TestCase("企業向けアプリケーションの開発と保守を担当しました。", "ja")]
    [TestCase("تطوير وصيانة النظم الأساسية لإدارة البيانات باستخدام Java", "ar")]
    [TestCase("Excel, Word, SAP", null)]
    public void GivenText_WhenGuessed_ThenLanguage(string text, string? language) =>
        Assert.That(LanguageGuess.Of(new SourceText(text)), Is.EqualTo(language));
}
